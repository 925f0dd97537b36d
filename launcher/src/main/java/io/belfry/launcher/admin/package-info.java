/** What an operator asks a server over HTTP: whether it is well, and how much it does. */
package io.belfry.launcher.admin;
