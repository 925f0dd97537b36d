/** Runs trials: casts the roles, lets things go wrong, and makes figures of what came of it. */
package io.belfry.compare.run;
