/** CometD: topics as channels, operations as service channels. */
package io.belfry.gateway.bayeux;
