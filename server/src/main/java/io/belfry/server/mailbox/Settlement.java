package io.belfry.server.mailbox;

/**
 * What has become of a try, as it is to be remembered.
 *
 * @param id of the registration
 * @param isConfirmed whether it was news; else it was a code
 * @param position where it stands now
 * @param planned up to which offset the notice tells that is to be tried again; 0 if there is none
 * @param tries how often that has failed
 * @param failingSince when it first failed
 * @param due when the next try is
 * @param isStopped whether somebody has to look at it first
 * @param trouble what is the matter; empty if nothing is
 */
public record Settlement(
    long id,
    boolean isConfirmed,
    long position,
    long planned,
    int tries,
    long failingSince,
    long due,
    boolean isStopped,
    String trouble) {}
