using System.Collections.Immutable;
using System.Text.Json;

namespace VoldCms.Recipes.Reading;

/// <summary>A recipe, read and well-formed; its steps are not looked into yet. Immutable and thread-safe.</summary>
public sealed class RecipeDocument
{
    // Keeps the bytes for the lines of faults. The document lives as long as this; it is not pooled memory worth returning.
    private readonly ReadOnlyMemory<byte> _utf8;

    internal RecipeDocument(
        RecipeSource source,
        ReadOnlyMemory<byte> utf8,
        RecipeDescriptor descriptor,
        JsonElement? variables,
        ImmutableArray<RecipeStepElement> steps,
        ImmutableArray<string> warnings
    )
    {
        Source = source;
        _utf8 = utf8;
        Descriptor = descriptor;
        Variables = variables;
        Steps = steps;
        Warnings = warnings;
    }

    /// <summary>Where the recipe was read.</summary>
    public RecipeSource Source { get; }

    /// <summary>What the recipe says of itself.</summary>
    public RecipeDescriptor Descriptor { get; }

    /// <summary>What is odd about the file without stopping it; whole lines.</summary>
    public ImmutableArray<string> Warnings { get; }

    internal JsonElement? Variables { get; }

    internal ImmutableArray<RecipeStepElement> Steps { get; }

    /// <summary>The line, from 1, on which the value at that path begins, or the nearest value around it.</summary>
    internal int FindLine(string path) => JsonLines.Find(_utf8.Span, path);
}

/// <summary>What a recipe says about itself.</summary>
/// <param name="Name">Its identity; empty for recipes that are only run by file.</param>
/// <param name="DisplayName">For lists.</param>
/// <param name="Description">For lists.</param>
/// <param name="IsSetupRecipe">May set a tenant up.</param>
public sealed record RecipeDescriptor(string Name, string DisplayName, string Description, bool IsSetupRecipe);

/// <summary>One step as it stands in the file.</summary>
internal sealed record RecipeStepElement(int Number, string Name, JsonElement Body);
