using System.Collections.Frozen;
using System.Collections.Immutable;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Modules;

namespace VoldCms.Hosting.Localization;

/// <summary>
/// All texts of the interface, read once from PO files. A text's key is its English wording, with a context where one wording
/// means two things. Later files win: each module's own, the installation's (<c>Localization/{culture}.po</c> in
/// the data directory), the tenant's (<c>Sites/{tenant}/Localization/{culture}.po</c>). Singleton, immutable.
/// </summary>
public sealed class TextCatalog
{
    /// <summary>The language that keys are written in: it answers with the key itself where no file says otherwise.</summary>
    public const string SourceCulture = "en";

    private readonly Layer _common;
    private readonly FrozenDictionary<string, Layer> _tenants;

    private TextCatalog(Layer common, FrozenDictionary<string, Layer> tenants)
    {
        _common = common;
        _tenants = tenants;
    }

    /// <summary>The cultures that have a file of their own, and the source culture.</summary>
    public IEnumerable<string> TranslatedCultures => _common.Cultures.Append(SourceCulture).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Files of single tenants that are passed over, because something in them is wrong.</summary>
    public ImmutableArray<SkippedTextFile> Skipped { get; private init; } = [];

    /// <summary>Reads every file; see <see cref="PoCheck"/> for what is asked of one.</summary>
    /// <exception cref="StartupException">A file of a module or of the installation is wrong; the message says which, where and
    /// what.</exception>
    public static TextCatalog Load(ModuleCatalog modules, DataDirectory data)
    {
        var common = new LayerBuilder();
        foreach (var file in modules.Assemblies.SelectMany(assembly => EmbeddedFile.In(assembly, "Localization", ".po")))
        {
            common.Add(TextFile.OfResource(file));
        }

        foreach (var file in TextFile.In(data.Combine("Localization")))
        {
            common.Add(file);
        }

        var tenants = new Dictionary<string, Layer>(StringComparer.OrdinalIgnoreCase);
        var skipped = ImmutableArray.CreateBuilder<SkippedTextFile>();
        foreach (var folder in Directory.Exists(data.Combine("Sites")) ? Directory.EnumerateDirectories(data.Combine("Sites")) : [])
        {
            var tenant = Path.GetFileName(folder);
            tenants[tenant] = LoadTenant(tenant, Path.Combine(folder, "Localization"), skipped);
        }

        return new(common.Build(), tenants.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)) { Skipped = skipped.ToImmutable() };
    }

    // One tenant's broken file stops no other tenant, and no other file.
    private static Layer LoadTenant(string tenant, string folder, ImmutableArray<SkippedTextFile>.Builder skipped)
    {
        var builder = new LayerBuilder();
        foreach (var file in TextFile.In(folder))
        {
            try
            {
                builder.Add(file);
            }
            catch (StartupException problem)
            {
                skipped.Add(new(tenant, problem.Message));
            }
        }

        return builder.Build();
    }

    /// <summary>The texts as one tenant has them in one language.</summary>
    /// <param name="culture">With its fallbacks.</param>
    /// <param name="tenant">The tenant's name; null outside any tenant.</param>
    public Texts For(Culture culture, string? tenant) => new(this, culture, tenant);

    /// <summary>
    /// Whether a file of that culture says in its header that no person has checked its texts yet
    /// (<c>X-Machine-Translated: yes</c>), and none of the installation says that somebody has (<c>no</c>).
    /// </summary>
    internal bool IsMachineTranslated(string culture) => _common.IsMachineTranslated(culture);

    /// <summary>The translation's forms in the first culture of the chain that has it; null when the key answers itself.</summary>
    internal (string Culture, string[] Forms)? Find(IEnumerable<string> chain, string? tenant, TextKey key)
    {
        var own = tenant is null ? null : _tenants.GetValueOrDefault(tenant);
        foreach (var culture in chain)
        {
            if ((own?.Find(culture, key) ?? _common.Find(culture, key)) is { } forms)
            {
                return (culture, forms);
            }

            if (culture == SourceCulture)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A context, or null, and the English wording.</summary>
    internal readonly record struct TextKey(string? Context, string Id);

    private sealed class Layer(FrozenDictionary<string, FrozenDictionary<TextKey, string[]>> byCulture, FrozenSet<string> machineTranslated)
    {
        public IEnumerable<string> Cultures => byCulture.Keys;

        public string[]? Find(string culture, TextKey key) => byCulture.GetValueOrDefault(culture)?.GetValueOrDefault(key);

        public bool IsMachineTranslated(string culture) => machineTranslated.Contains(culture);
    }

    private sealed class LayerBuilder
    {
        private readonly Dictionary<string, Dictionary<TextKey, string[]>> _byCulture = new(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<string> _machineTranslated = new(StringComparer.OrdinalIgnoreCase);

        /// <exception cref="StartupException">The file is wrong; nothing of it has been added.</exception>
        public void Add(TextFile source)
        {
            var file = source.Read();
            var culture = source.Culture;
            if (!_byCulture.TryGetValue(culture, out var texts))
            {
                _byCulture.Add(culture, texts = []);
            }

            NoteTranslator(culture, file);
            foreach (var entry in file.Entries.Where(entry => entry.IsTranslated))
            {
                texts[new(entry.Context, entry.Id)] = [.. entry.Translations];
            }
        }

        public Layer Build() =>
            new(
                _byCulture.ToFrozenDictionary(
                    culture => culture.Key,
                    culture => culture.Value.ToFrozenDictionary(),
                    StringComparer.OrdinalIgnoreCase
                ),
                _machineTranslated.ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            );

        // A file that says nothing changes nothing.
        private void NoteTranslator(string culture, PoFile file)
        {
            switch (file.FindHeader("X-Machine-Translated"))
            {
                case "yes":
                    _machineTranslated.Add(culture);
                    break;
                case "no":
                    _machineTranslated.Remove(culture);
                    break;
            }
        }
    }
}

/// <summary>A tenant's file of texts that is passed over.</summary>
/// <param name="Tenant">The tenant's folder.</param>
/// <param name="Problem">One line: what is wrong, in which file, on which line.</param>
public sealed record SkippedTextFile(string Tenant, string Problem);
