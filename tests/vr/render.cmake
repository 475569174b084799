# The renderer's shapes and texts without a graphics card, and small pictures without a window. One
# process for all of them: opening a context costs more than they do.
add_executable(vr_render_tests child.cpp render_picture_test.cpp render_pure_test.cpp)
target_link_libraries(vr_render_tests PRIVATE vr_offscreen pack_tool Catch2::Catch2WithMain)
target_compile_definitions(vr_render_tests PRIVATE SOURCE_ROOT="${PROJECT_SOURCE_DIR}"
  ASSETS="${PROJECT_BINARY_DIR}/assets")
add_dependencies(vr_render_tests assets_files)
add_test(NAME "render: shapes, texts and pictures" COMMAND vr_render_tests)
set_tests_properties("render: shapes, texts and pictures" PROPERTIES TIMEOUT 900 COST 150
  ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")  # graphics drivers keep what they please
