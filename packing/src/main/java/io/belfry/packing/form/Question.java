package io.belfry.packing.form;

import io.belfry.message.Message;

/**
 * A request among others.
 *
 * @param number under which its answer is expected
 * @param patience for how many milliseconds more, 0 at least
 * @param message what is asked
 */
public record Question(long number, long patience, Message message) {}
