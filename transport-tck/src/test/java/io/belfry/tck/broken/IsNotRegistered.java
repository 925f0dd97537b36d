package io.belfry.tck.broken;

/** Can not be found, for no service file names it. */
@Breaks("se03")
final class IsNotRegistered extends BrokenContract {}
