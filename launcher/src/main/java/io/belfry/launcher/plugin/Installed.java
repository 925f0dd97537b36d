package io.belfry.launcher.plugin;

/**
 * Something that can be named in a profile.
 *
 * @param provider makes it
 * @param origin the plug-in that has it; empty for what comes along
 * @param <P> the kind of provider
 */
public record Installed<P>(P provider, String origin) {}
