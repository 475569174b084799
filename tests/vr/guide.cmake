# The officer's window: rules and drawing without a window, and then with one.
if(TARGET vr_guide_window)
  add_executable(guide_tests guide_draw_test.cpp guide_test.cpp)
  target_link_libraries(guide_tests PRIVATE vr_guide pack_tool Catch2::Catch2WithMain)
  target_compile_definitions(guide_tests PRIVATE SOURCE_ROOT="${PROJECT_SOURCE_DIR}")
  catch_discover_tests(guide_tests TEST_PREFIX "vr: guide: ")

  add_executable(guide_window_tests guide_window_test.cpp)
  target_link_libraries(guide_window_tests PRIVATE vr_guide_window pack_tool Catch2::Catch2WithMain)
  target_compile_definitions(guide_window_tests PRIVATE SOURCE_ROOT="${PROJECT_SOURCE_DIR}")
  catch_discover_tests(guide_window_tests TEST_PREFIX "vr: guide window: "
    PROPERTIES ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")  # graphics drivers keep what they please

  find_package(X11 REQUIRED)
  pkg_check_modules(TEST_EPOXY REQUIRED IMPORTED_TARGET epoxy)
  find_package(Threads REQUIRED)
  add_executable(guide_stall_tests guide_stall_test.cpp)
  target_link_libraries(guide_stall_tests PRIVATE vr_guide_window pack_tool PkgConfig::TEST_EPOXY
    X11::X11 Threads::Threads Catch2::Catch2WithMain)
  target_compile_definitions(guide_stall_tests PRIVATE SOURCE_ROOT="${PROJECT_SOURCE_DIR}")
  catch_discover_tests(guide_stall_tests TEST_PREFIX "vr: guide window: "
    PROPERTIES LABELS display RUN_SERIAL ON ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0")
endif()

# Together mode's rules.
if(TARGET vr_flat)
  add_executable(flat_tests child.cpp flat_play_test.cpp flat_test.cpp)
  target_link_libraries(flat_tests PRIVATE vr_flat pack_tool Catch2::Catch2WithMain)
  target_compile_definitions(flat_tests PRIVATE SOURCE_ROOT="${PROJECT_SOURCE_DIR}")
  catch_discover_tests(flat_tests TEST_PREFIX "vr: together: ")
endif()

# What is heard, without a sound device.
if(TARGET vr_sound)
  add_executable(sound_tests sound_test.cpp)
  target_link_libraries(sound_tests PRIVATE vr_sound Catch2::Catch2WithMain)
  target_compile_definitions(sound_tests PRIVATE SOURCE_ROOT="${PROJECT_SOURCE_DIR}")
  catch_discover_tests(sound_tests TEST_PREFIX "vr: sound: "
    PROPERTIES ENVIRONMENT "ALSOFT_DRIVERS=null;ALSOFT_LOGLEVEL=0")
endif()
