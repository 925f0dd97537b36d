package io.belfry.torture.checking;

import io.belfry.torture.history.Place;

/**
 * An event of which a history tells.
 *
 * @param place where it is
 * @param offset its place among all
 * @param content what was published
 * @param actor who told of it first
 */
record Known(Place place, long offset, String content, String actor) {}
