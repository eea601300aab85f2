/**
 * Chairs: detail, search, cheapest, purchase, upload.
 *
 * <p>{@link isuumo.chair.ChairRoutes} answers requests from a {@link isuumo.chair.ChairCatalog}, an immutable snapshot;
 * {@link isuumo.chair.Chairs} holds the current one and publishes the next after each write.
 */
package isuumo.chair;
