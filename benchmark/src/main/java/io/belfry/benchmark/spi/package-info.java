/** Belfry, by its SPI alone: any transport that is installed can take part. */
package io.belfry.benchmark.spi;
