package io.belfry.launcher.laboratory;

import io.belfry.launcher.plugin.Plugins;
import java.nio.file.Path;

/**
 * What is installed, and where other processes find it.
 *
 * @param plugins what is installed; it stays open when targets are closed
 * @param directory where plug-ins are; it need not exist
 */
public record Equipment(Plugins plugins, Path directory) {}
