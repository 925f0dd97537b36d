/** The transport contract, put to a transport that is installed. */
package io.belfry.launcher.contract;
