using VoldCms.Web;

return await Start.RunAsync(args);
