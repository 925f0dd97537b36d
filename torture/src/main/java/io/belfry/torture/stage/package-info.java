/** Has the processes running, kills them, starts them again, and waits for the end. */
package io.belfry.torture.stage;
