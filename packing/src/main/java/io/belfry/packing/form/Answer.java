package io.belfry.packing.form;

import io.belfry.transport.delivery.Outcome;

/**
 * What a request has come to.
 *
 * @param number the request's
 * @param outcome the reply or the failure
 */
public record Answer(long number, Outcome outcome) {}
