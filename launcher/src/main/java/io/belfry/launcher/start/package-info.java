/** Puts a server together from a profile: all of it, or nothing. */
package io.belfry.launcher.start;
