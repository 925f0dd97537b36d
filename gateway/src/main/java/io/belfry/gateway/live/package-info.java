/** Brings what is published to any number of receivers, each at its own pace. */
package io.belfry.gateway.live;
