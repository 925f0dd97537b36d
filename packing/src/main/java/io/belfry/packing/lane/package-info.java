/** Where messages to one destination gather while the wire has others on their way. */
package io.belfry.packing.lane;
