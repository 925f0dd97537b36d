/** What can be typed, and what is answered. */
package io.belfry.launcher.command;
