/** Where a transport that is installed is tried: at free addresses, and at a broker of our own. */
package io.belfry.launcher.ground;
