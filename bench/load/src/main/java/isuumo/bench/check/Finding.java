package isuumo.bench.check;

/**
 * Something wrong in an answer.
 *
 * @param what   the sort of mistake, the same words each time, so that it can be counted
 * @param detail ids and values of this one
 */
public record Finding(String what, String detail) {}
