/** What can be written in a profile for each part, and what the part makes of it. */
package io.belfry.launcher.settings;
