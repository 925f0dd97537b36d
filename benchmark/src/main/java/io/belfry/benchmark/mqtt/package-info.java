/** Eclipse Paho by itself, in the best configuration that was found. */
package io.belfry.benchmark.mqtt;
