package io.belfry.service;

/**
 * The answer to a registration.
 *
 * @param mustConfirm whether mails begin when the address has been confirmed, not at once
 */
public record EmailRegistered(boolean mustConfirm) {}
