/** What each actor did and saw, written down as it happens, one file for each. */
package io.belfry.torture.history;
