package isuumo.segment;

import java.util.List;

/**
 * One segment for several.
 *
 * @param sources as they were when it was made
 * @param result of all that was live in them
 */
public record Merge<T extends Item, I>(List<Segment<T, I>> sources, Segment<T, I> result) {}
