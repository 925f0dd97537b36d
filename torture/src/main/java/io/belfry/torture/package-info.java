/** Kills servers and brokers, spoils the wire, and checks that nothing was lost. */
package io.belfry.torture;
