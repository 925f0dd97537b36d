/** A server with something to look at. */
package io.belfry.launcher.demo;
