/** What every program of this module needs: its arguments, and what it says of where it ran. */
package io.belfry.benchmark.program;
