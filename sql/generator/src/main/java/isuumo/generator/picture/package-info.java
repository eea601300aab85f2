/**
 * Draws the thumbnails: flat pictures of chairs in a room and of houses in a landscape, varied by {@link
 * isuumo.generator.Dice}. Start at {@link isuumo.generator.picture.ChairPicture} and {@link
 * isuumo.generator.picture.HousePicture}.
 *
 * <p>Pictures must be the same to the byte everywhere, so neither Java2D (its rasteriser and fonts differ between JDKs) nor
 * the JDK's deflate (its zlib does) is used: {@link isuumo.generator.picture.Canvas} fills polygons in strict floating
 * point, and {@link isuumo.generator.picture.Png} packs them with a deflate written in Java. Coordinates are pixels, x to the
 * right and y down, on a canvas of 400 x 300.
 */
package isuumo.generator.picture;
