/**
 * Compares the histories afterwards. It knows nothing of the system but these files: not even how
 * filters match or cursors are written is taken over from there.
 */
package io.belfry.torture.checking;
