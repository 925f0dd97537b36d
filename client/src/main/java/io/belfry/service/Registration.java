package io.belfry.service;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;

/**
 * A subscriber's claim on a subscription.
 *
 * @param subscriber its name
 * @param filter which topics
 * @param fence the claim with the highest one holds the subscription; the others are refused
 */
public record Registration(Topic subscriber, TopicFilter filter, long fence) {}
