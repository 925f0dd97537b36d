/** Transports and notifiers that can be named in a profile, those of other authors included. */
package io.belfry.launcher.plugin;
