using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Recipes;

/// <summary>What a step sees when a recipe is checked before its first step runs.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class RecipeStepCheck(RecipeBody body, ContentDefinitions definitions)
{
    private ContentModel? _model;

    /// <summary>The step's own JSON.</summary>
    public RecipeBody Body { get; } = body;

    /// <summary>The definitions as they will be when the step runs; a step that changes them says so here.</summary>
    public ContentDefinitions Definitions
    {
        get;
        set
        {
            if (!ReferenceEquals(field, value))
            {
                field = value;
                _model = null;
            }
        }
    } = definitions;

    /// <summary><see cref="Definitions"/>, resolved.</summary>
    public ContentModel Model => _model ??= new ContentModel(Definitions);
}
