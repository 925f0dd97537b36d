/**
 * Puts together from a profile what a process is: a server, or what is connected to one. All of it,
 * or nothing.
 */
package io.belfry.launcher.start;
