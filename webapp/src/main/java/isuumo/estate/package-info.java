/**
 * Estates: detail, search, cheapest, search by drawing (nazotte), document requests, upload.
 *
 * <p>{@link isuumo.estate.EstateRoutes} answers requests from an {@link isuumo.estate.EstateCatalog}, an immutable
 * snapshot; {@link isuumo.estate.Estates} holds the current one and publishes the next after each upload.
 */
package isuumo.estate;
