/** Real brokers for tests: each can be stopped, killed and started again. */
package io.belfry.testbroker;
