using System.Text.Json.Nodes;

namespace VoldCms.ContentManagement.Recipes;

/// <summary>
/// The body of one step, its script expressions evaluated as it is read: read it once, in one way.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
public abstract class RecipeBody
{
    /// <summary>The files beside the recipe.</summary>
    public abstract IRecipeFiles Files { get; }

    /// <summary>The whole body, <c>name</c> included; a new tree that is the caller's.</summary>
    /// <exception cref="RecipeFaultException">An expression cannot be evaluated.</exception>
    public abstract JsonObject Read();

    /// <summary>
    /// The same as <see cref="Read"/>, its expressions evaluated anew and their warnings not told again. What differs from the first
    /// reading was generated: another run gives something else, and means the same.
    /// </summary>
    /// <exception cref="RecipeFaultException">An expression cannot be evaluated.</exception>
    public abstract JsonObject ReadAgain();

    /// <summary>
    /// The objects of a list, one at a time, so that a long list is never held whole. The key is found ignoring case; an
    /// absent or null list is empty.
    /// </summary>
    /// <exception cref="RecipeFaultException">There is something else than a list of objects, or an expression cannot be
    /// evaluated.</exception>
    public abstract IEnumerable<RecipeElement> ReadEach(string key);

    /// <summary>How many elements <see cref="ReadEach"/> will give; 0 when there is no list.</summary>
    public abstract int Count(string key);

    /// <summary>Tells of something that does not stop the run.</summary>
    /// <param name="path">The JSON path below the step.</param>
    /// <param name="message">One line.</param>
    public abstract void Warn(string path, string message);
}

/// <summary>One object of a list in a step.</summary>
/// <param name="Path">Its JSON path below the step, such as <c>data[3]</c>.</param>
/// <param name="Json">The object, evaluated; the caller's.</param>
public sealed record RecipeElement(string Path, JsonObject Json);

/// <summary>The files that lie beside a recipe. Thread-safe.</summary>
public interface IRecipeFiles
{
    /// <summary>
    /// Opens a file by its path relative to the recipe's folder.
    /// </summary>
    /// <returns>The bytes; the caller disposes it.</returns>
    /// <exception cref="RecipeFaultException">The path leads out of the places that a recipe may read, or there is no such
    /// file.</exception>
    Stream Open(string relativePath);
}
