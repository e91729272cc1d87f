package dev.outlay.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One simulated organisation; {@code since} is the first UTC day with usage. */
public record Organisation(
    String uuid,
    String taggedId,
    String name,
    LocalDate since,
    boolean noise,
    Directory directory,
    Traffic traffic,
    Ledger ledger,
    Developers developers,
    Amendments amendments) {

  /** The organisation at a place (0 is the first) of a seed's world. */
  public static Organisation found(
      long seed, int place, Size size, LocalDate since, Instant now, boolean noise) {
    Dice dice = new Dice(seed * 31 + place).forPurpose("organisation");
    Ids ids = new Ids(dice);
    Directory directory = new Founding(dice, size, since, now).found();
    List<Lane> lanes = new Lanes(dice.forPurpose("lanes"), size, directory).lay();
    Amendments amendments = new Amendments();
    long first = since.toEpochDay();
    Traffic traffic = new Traffic(dice.forPurpose("traffic"), lanes, amendments, first);
    Charges charges = new Charges(dice.forPurpose("charges"), noise);
    return new Organisation(
        ids.uuid("organization", 0),
        ids.tagged("org", 0),
        Names.organisation(place),
        since,
        noise,
        directory,
        traffic,
        new Ledger(traffic, charges, amendments, directory, first),
        new Developers(
            dice.forPurpose("developers"), directory, amendments, size.developers(), first, noise),
        amendments);
  }
}
