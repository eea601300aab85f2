/** What was answered stays true: across purchases at once, {@code /initialize}, restarts, crashes and a late replica. */
package isuumo.durability;
