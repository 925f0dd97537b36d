/** JeroMQ by itself, in the best configuration that was found. */
package io.belfry.benchmark.zeromq;
