/** What a pack is on the wire, to the byte: {@code docs/wire.md} says the same in words. */
package io.belfry.packing.form;
