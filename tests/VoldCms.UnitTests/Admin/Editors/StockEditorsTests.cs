using Microsoft.Extensions.DependencyInjection;
using VoldCms.Admin.Editors;
using VoldCms.ContentManagement.Kinds;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.UnitTests.Admin.Editors;

public sealed class StockEditorsTests
{
    /// <summary>What a stock kind holds is edited, lies in lists, or is said to be kept as it is.</summary>
    [Fact]
    public void Every_stock_kind_has_an_editor_or_is_kept_untouched()
    {
        var edited = Keys().Where(key => key.Editor is null).Select(key => key.Kind).ToHashSet();
        var kinds = FieldKind
            .Stock.Keys.Concat(PartKind.Stock.Values.Where(part => part.Contained.IsEmpty).Select(part => part.Name))
            .Where(kind => !edited.Contains(kind));

        Assert.Equal(StockEditors.KeptUntouched.Where(kind => kind != PartNames.Taxonomy).Order(), kinds.Order());
    }

    [Fact]
    public void No_two_editors_are_for_the_same_fields() => Assert.Equal(Keys().Count, Keys().Distinct().Count());

    private static List<EditorKey> Keys()
    {
        var services = new ServiceCollection();
        StockEditors.AddTo(services);
        return
        [
            .. services.Select(service =>
                (service.ImplementationInstance as IFieldEditor)?.Key
                ?? ((IFieldEditor)Activator.CreateInstance(service.ImplementationType!, ArgumentsOf(service.ImplementationType!))!).Key
            ),
        ];
    }

    private static object?[] ArgumentsOf(Type type) => new object?[type.GetConstructors()[0].GetParameters().Length];
}
