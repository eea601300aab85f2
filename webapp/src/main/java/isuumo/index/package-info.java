/**
 * Immutable in-memory indexes over rows in popularity order: no SQL, no HTTP.
 *
 * <p>A <em>row</em> is a position in popularity order, among the items that are indexed together: row 0 is the most popular
 * one, ties go to the smaller id ({@link isuumo.index.RankOrder}). Every index answers with a {@link isuumo.index.RowSet}; a
 * search intersects them ({@link isuumo.index.Selection}), its count is a population count, and a page of it is already in
 * the right order.
 * All classes are safe to share between threads.
 */
package isuumo.index;
