package io.belfry.compare.result;

import java.util.Map;

/**
 * One of those that were compared.
 *
 * @param name its name
 * @param facts transport, broker, settings, in order, without secrets
 * @param guarantees what it promises, by the name of the promise, in order; the same names for all
 */
public record Contestant(String name, Map<String, String> facts, Map<String, String> guarantees) {}
