package io.belfry.service;

/**
 * The answer to a subscriber.
 *
 * @param registration its claim
 * @param isNew whether this claim has made the subscription
 * @param cursor where it stands: at the end of the log if it is new
 * @param contents the first page of the current contents of its topics
 */
public record Subscribed(
    Registration registration, boolean isNew, Cursor cursor, Snapshots contents) {}
