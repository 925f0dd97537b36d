package io.belfry.service;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;

/**
 * A subscriber's claim on a subscription.
 *
 * @param subscriber its name
 * @param filter which topics
 * @param fence higher each time that the subscription is taken over; an older one is refused
 */
public record Registration(Topic subscriber, TopicFilter filter, long fence) {}
