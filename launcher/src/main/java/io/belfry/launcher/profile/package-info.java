/** Settings of all parts in one tree: where they come from, and which of them wins. */
package io.belfry.launcher.profile;
