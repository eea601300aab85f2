/**
 * A catalog's items in a few immutable segments, so that a write costs what it changes.
 *
 * <p>A {@link isuumo.segment.Segment} is some of the items in popularity order with indexes of their own, built once, and
 * two sets of rows: which of them are there still, and which are shown. {@link isuumo.segment.Segments} asks each of them
 * and joins the answers to what one segment of all items would have answered. A {@link isuumo.segment.Merger} keeps them
 * few. All classes are safe to share between threads.
 */
package isuumo.segment;
