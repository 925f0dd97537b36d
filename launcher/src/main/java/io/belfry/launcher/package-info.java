/** The program: {@code belfry}. */
package io.belfry.launcher;
